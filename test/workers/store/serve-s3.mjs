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
const address = await server.run();
process.stdout.write(`${address.port}\n`);
process.stdin.resume().on("end", () => process.exit(0));
