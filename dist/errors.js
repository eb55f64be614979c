// src/errors.ts
/**
* An expected failure. `message` says what is wrong and where, `hint` the next step.
* It is thrown anywhere and caught once, at the entry.
*/
var ActionError = class extends Error {
	reasonCode;
	hint;
	constructor(message, details) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = "ActionError";
		this.reasonCode = details.reasonCode;
		this.hint = details.hint;
	}
};

export { ActionError };