package dev.wharf.port.wrong;

import dev.wharf.model.wrong.PackageManager;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** A port that is no interface and knows more than it should, on purpose. */
public final class ConcretePort {
    private final PackageManager packages;

    public ConcretePort(PackageManager packages) {
        this.packages = Objects.requireNonNull(packages);
        Assertions.assertThat(this.packages).isNotNull();
    }
}
