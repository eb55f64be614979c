import { discover, discovered } from "./flows-discover-discover.js";

export { discover };