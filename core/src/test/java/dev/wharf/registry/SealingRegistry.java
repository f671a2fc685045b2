package dev.wharf.registry;

import dev.wharf.gateway.Harbour;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.port.SealingKeys;
import java.security.SecureRandom;
import java.util.List;

/** A registry that seals, and keys for it. */
abstract class SealingRegistry {
    static final Secret TOKEN = new Secret("token", "s3cr3t, größer als nichts");

    final Harbour harbour = new Harbour();
    final SealingKey key = SealingKey.random(new SecureRandom());
    final HostedRegistry registry = harbour.registry.sealing(SealingKeys.of(key));
    final Destination destination = harbour.admin().destinations().create(new DestinationName("Warehouse"));

    Connection create(HostedRegistry where, String name, Secret... secrets) {
        return Harbour.admin(where)
                .connections()
                .create(new NewConnection(destination.id(), new ConnectionName(name), asking(secrets)));
    }

    static ConnectionSettings asking(Secret... secrets) {
        return ConnectionSettings.NONE.withSecrets(List.of(secrets));
    }
}
