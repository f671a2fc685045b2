package dev.wharf.model.wrong;

import dev.wharf.port.wrong.ConcretePort;
import io.micronaut.serde.annotation.Serdeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.assertj.core.api.Assertions;

/** Breaks the rules of core on purpose: see the test that proves that the rules can fail. */
@Serdeable
public class PackageManager {
    private final ConcretePort port = new ConcretePort(this);

    public void breakRules(File file) throws InterruptedException {
        try {
            Assertions.assertThat(port).isNotNull();
            Files.delete(Path.of(file.getPath()));
        } catch (IOException e) {
            e.printStackTrace();
            System.out.println(e);
            Logger.getLogger("wrong").info("wrong");
            Thread.sleep(1);
        }
    }
}
