import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import type { Socket } from "node:net";

/** What goes wrong on the way to a server, and how often; then the link is whole again. */
interface Fault {
  readonly way: "request" | "answer";
  /** How many bytes of that way still pass. */
  readonly after: number;
  /** Whether the connection then ends, or stays without another byte. */
  readonly end: "cut" | "silence";
  readonly times: number;
}

/** A link to a server on this machine that can be made to fail. */
export interface BrokenLink {
  readonly endpoint: string;
  readonly fail: (fault: Fault) => void;
  /** How many faults are still to come. */
  readonly faultsLeft: () => number;
  readonly stop: () => Promise<void>;
}

/** Opens a port of the loopback address that passes on to another port, until it is told to fail. */
export async function linkTo(port: number): Promise<BrokenLink> {
  let fault: Fault | undefined;
  let left = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection({ host: "127.0.0.1", port });
    const isBroken = { now: false };
    const both = [near, far] as const;
    for (const socket of both) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      // What one side does to the other is the point here.
      socket.on("error", () => undefined);
    }
    pass(near, far, "request");
    pass(far, near, "answer");

    function pass(from: Socket, to: Socket, way: Fault["way"]): void {
      let suffers: Fault | undefined;
      let passed = 0;
      from.on("data", (chunk: Buffer) => {
        if (isBroken.now) return;
        if (suffers === undefined && fault?.way === way && left > 0) {
          suffers = fault;
          passed = 0;
          left -= 1;
        }
        const rest = suffers === undefined ? chunk.length : suffers.after - passed;
        passed += chunk.length;
        to.write(chunk.subarray(0, Math.max(rest, 0)));
        if (rest >= chunk.length) return;
        isBroken.now = true;
        if (suffers?.end === "cut") for (const socket of both) socket.end().destroySoon();
      });
      from.on("close", () => {
        if (!isBroken.now) to.end();
        if (way === "request") to.destroySoon();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    fail: (next) => {
      fault = next;
      left = next.times;
    },
    faultsLeft: () => left,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
