package bare;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** A controller that does nothing but answer a constant of the size it is started with. */
@Controller("/v1/connector-sdk/packages")
class Bare {
    private static String constant = "";

    public static void main(String[] args) {
        constant = "x".repeat(Integer.parseInt(args[0]));
        EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class, Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"));
        System.out.println("listens on " + server.getURL() + ",");
    }

    @Get(value = "/{id}", produces = MediaType.APPLICATION_JSON)
    String read(String id) {
        return constant;
    }
}
