export { serveDashboard } from "./serve.js";
