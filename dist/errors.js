// src/errors.ts
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