import { EventStreamCodec, EventStreamMarshaller, EventStreamMarshaller$1, EventStreamSerde, HeaderMarshaller, Int64, MessageDecoderStream, MessageEncoderStream, SmithyMessageDecoderStream, SmithyMessageEncoderStream, eventStreamSerdeProvider, getChunkedStream, getMessageUnmarshaller } from "./smithy-core-event-streams.js";
import { resolveEventStreamSerdeConfig } from "./aws-sdk-s3.js";

export { EventStreamSerde, eventStreamSerdeProvider };