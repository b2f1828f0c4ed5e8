export { download } from "./download.js";
export { networkOf } from "./network.js";
export { isPublic } from "./public-address.js";
