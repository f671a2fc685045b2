package dev.wharf.server.request;

import dev.wharf.http.wire.Envelope;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Says with every answer that it is a wharf-server's, which has more to offer than the vendor's service. */
@ServerFilter("/v1/**")
@Order(RequestIdFilter.ORDER + 20)
class WharfHeader {
    @ResponseFilter
    void tell(MutableHttpResponse<?> response) {
        response.header(Envelope.OF_WHARF, "1");
    }
}
