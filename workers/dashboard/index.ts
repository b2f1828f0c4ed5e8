export { CannotListen } from "./dashboard.js";
export { serveDashboard } from "./serve.js";
