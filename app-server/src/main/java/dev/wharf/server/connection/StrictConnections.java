package dev.wharf.server.connection;

import dev.wharf.server.ServerSettings;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Puts the strict codec into every connection of HTTP/1, in the framework's codec's place, and in front of all connections what counts
 * them.
 */
@Singleton
class StrictConnections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String CODEC = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

    private final Provider<NettyHttpServerConfiguration> configuration;
    private final ServerSettings settings;
    private final Provider<AddressShares> shares;

    StrictConnections(
            Provider<NettyHttpServerConfiguration> configuration,
            ServerSettings settings,
            Provider<AddressShares> shares) {
        this.configuration = configuration;
        this.settings = settings;
        this.shares = shares;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Strict(null));
        return event.getBean();
    }

    private void makeStrict(Channel channel) {
        if (channel.pipeline().get(CODEC) == null) {
            return;
        }
        NettyHttpServerConfiguration bounds = configuration.get();
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(bounds.getMaxInitialLineLength())
                .setMaxHeaderSize(bounds.getMaxHeaderSize())
                .setMaxChunkSize(bounds.getMaxChunkSize())
                .setInitialBufferSize(bounds.getInitialBufferSize())
                .setStrictLineParsing(true);
        Queue<HttpMethod> methods = new ArrayDeque<>();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace(
                CODEC,
                CODEC,
                new CombinedChannelDuplexHandler<>(
                        new StrictRequestDecoder(config, methods, settings.headTime()), new AnswerEncoder(methods)));
        pipeline.addBefore(CODEC, "wharf-answers", new TakenAnswers(settings.answerPatience()));
        pipeline.addAfter(
                CODEC, "wharf-bodies", new WatchedBodies(settings.uploadPatience(), settings.uploadMinSpeed()));
    }

    /** Of the server, and then of each of its connections. */
    private final class Strict implements NettyServerCustomizer {
        private final @Nullable Channel channel;

        Strict(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel of, ChannelRole role) {
            if (role == ChannelRole.LISTENER && shares.get().areBounded()) {
                of.pipeline().addFirst("wharf-addresses", new BoundedAddresses(shares.get()));
            }
            return new Strict(of);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                makeStrict(channel);
            }
        }
    }
}
