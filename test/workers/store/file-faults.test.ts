import { describe, expect, test } from "vitest";
import { fileFault } from "../../../workers/store/file-faults.js";
import { NoSuchStore, StoreUnavailable } from "../../../workers/store/store.js";

const DOING = { address: "file:///mnt/share", what: { en: "write a/b", zh: "写入 a/b" } };

/** What Node throws when the system refuses a write for this reason. */
function refused(code: string): Error {
  return Object.assign(new Error(`${code}: words of the system, write`), {
    code,
    syscall: "write",
  });
}

describe("a fault of the file system", () => {
  test.each([
    ["ENOSPC", "its disk is full (ENOSPC). Make room; the work then goes on."],
    ["EDQUOT", "the disk quota is used up (EDQUOT). Make room or have the quota raised."],
    ["EIO", "its disk or its server gave an error (EIO). Look at the system's log."],
    ["ESTALE", "its server was restarted or exports it anew (ESTALE). Mount it again; the work"],
    ["EMFILE", "this process has too many files open (EMFILE). Raise the limit (ulimit -n), or"],
    ["ETIMEDOUT", "its server does not answer (ETIMEDOUT). Look at the server and the network."],
    ["EWHATEVER", "EWHATEVER: words of the system, write (EWHATEVER). Look at the system's log."],
  ])("that is %s may pass", (code, says) => {
    const fault = fileFault(refused(code), DOING);
    expect(fault).toBeInstanceOf(StoreUnavailable);
    expect(fault).toMatchObject({ cause: { code } });
    expect(String(fault)).toContain(`The store file:///mnt/share cannot write a/b: ${says}`);
  });

  test.each([
    ["EACCES", "this user is not permitted to (EACCES)."],
    ["EPERM", "this user is not permitted to (EPERM)."],
    ["ENOTDIR", "a file stands where a folder is needed (ENOTDIR). Give another address."],
    ["EXDEV", "its folders lie on several disks (EXDEV). Keep the whole store on one."],
    ["ENAMETOOLONG", "the path is too long (ENAMETOOLONG). Give a shorter one."],
  ])("that is %s stays", (code, says) => {
    const fault = fileFault(refused(code), DOING);
    expect(fault).toBeInstanceOf(NoSuchStore);
    expect(fault).toMatchObject({ cause: { code } });
    expect(String(fault)).toContain(`The store file:///mnt/share cannot write a/b: ${says}`);
  });

  test("is told apart from a fault of the program, which is thrown as it is", () => {
    const bug = new TypeError("x is not a function");
    expect(fileFault(bug, DOING)).toBe(bug);
  });
});
