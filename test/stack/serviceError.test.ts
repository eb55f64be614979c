import { expect, test } from "vitest";
import { ServiceError, type Trouble } from "../../src/stack/serviceError.ts";

test.each<[Trouble, boolean]>([
  ["throttled", true],
  ["unavailable", true],
  ["credentials", false],
  ["denied", false],
  ["refused", false],
])("what was %s may pass by itself: %s", (trouble, mayPass) => {
  const error = new ServiceError("No", { reasonCode: "error", hint: "Wait.", trouble });
  expect(error).toMatchObject({ name: "ServiceError", message: "No", hint: "Wait.", trouble, mayPass });
});
