package io.github.auth0jakarta.sample.agent.tools;

import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one address of an MCP server (Streamable HTTP, without streams and sessions).
 *
 * <p>Two annotations protect it: only a token with the scope, and only in the hands of the assistant. A call without one is
 * answered 401 by the library, with a challenge that says where to find out about the API (RFC 9728).
 */
@Path("/mcp")
@RequestScoped
@RequiresScope("call:tools")
@RequiresActor("sample-assistant@clients")
@Produces(MediaType.APPLICATION_JSON)
public class McpResource {

    @Inject
    private McpMethods methods;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@HeaderParam("MCP-Protocol-Version") @Nullable String version, String body) {
        RpcRequest request = null;
        try {
            request = RpcRequest.parse(body);
            if (version != null && !version.equals(McpMethods.PROTOCOL)) {
                throw new RpcError(RpcError.Code.INVALID_REQUEST, "the version of the protocol is not supported");
            }
            JsonObject result = methods.call(request);
            return request.isNotification()
                    ? Response.accepted().build()
                    : Response.ok(RpcAnswers.result(request, result)).build();
        } catch (RpcError error) {
            return refuse(request, error);
        }
    }

    private static Response refuse(@Nullable RpcRequest request, RpcError error) {
        boolean readable = switch (error.code()) {
            case PARSE_ERROR, INVALID_REQUEST -> false;
            case METHOD_NOT_FOUND, INVALID_PARAMS -> true;
        };
        if (readable && request != null && request.isNotification()) {
            return Response.accepted().build();
        }
        return Response.status(readable ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(RpcAnswers.error(request, error))
                .build();
    }
}
