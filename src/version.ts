/** The action's version, as package.json has it; CloudTrail shows it in the user agent. */
export const VERSION = "0.1.0";
