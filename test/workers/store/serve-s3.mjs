// An S3 server of its own process: `node serve-s3.mjs PORT FOLDER BUCKET`. Prints its port when it
// answers; ends when its standard input does, so that it never outlives the tests.
import S3rver from "@20minutes/s3rver";

const [port, directory, bucket] = process.argv.slice(2);
const server = new S3rver({
  address: "127.0.0.1",
  port: Number(port),
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: [{ name: bucket }],
});
// It signs a request for a bucket as /BUCKET where the client, as S3 asks for, signs /BUCKET/.
server.middleware.unshift((ctx, next) => {
  if (ctx.path.endsWith("/"))
    ctx.app = Object.create(ctx.app, { allowMismatchedSignatures: { value: true } });
  return next();
});
const address = await server.run();
process.stdout.write(`${address.port}\n`);
process.stdin.resume().on("end", () => process.exit(0));
