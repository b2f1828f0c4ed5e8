import { codeOf } from "../../pipeline/model/errors.js";

/** Whether a process of this machine lives. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    const code = codeOf(error);
    // It lives, but belongs to another user.
    if (code === "EPERM") return true;
    if (code === "ESRCH") return false;
    throw error;
  }
}
