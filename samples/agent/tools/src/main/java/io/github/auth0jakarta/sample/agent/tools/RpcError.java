package io.github.auth0jakarta.sample.agent.tools;

/** What is wrong with a call (JSON-RPC 2.0, 5.1). */
final class RpcError extends Exception {
    private static final long serialVersionUID = 1L;

    /** The codes of the specification. */
    enum Code {
        PARSE_ERROR(-32700),
        INVALID_REQUEST(-32600),
        METHOD_NOT_FOUND(-32601),
        INVALID_PARAMS(-32602);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    private final Code code;

    RpcError(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
