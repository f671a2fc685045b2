package dev.wharf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.port.Account;
import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.catalog.PackageCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No adapter loses a contract: each part is in a whole, and each realisation of a port runs the whole. */
class ContractsTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));

    static Stream<Arguments> portsAndTheirContracts() {
        return Stream.of(
                Arguments.of(Account.class, "AccountContract"),
                Arguments.of(ApiKeyCatalog.class, "ApiKeyCatalogContract"),
                Arguments.of(ArchiveStore.class, "ArchiveStoreContract"),
                Arguments.of(DeployJournal.class, "DeployJournalContract"),
                Arguments.of(PackageCatalog.class, "PackageCatalogContract"));
    }

    @Test
    void every_contract_is_in_a_whole_but_those_of_journals_which_are_wholes() {
        assertThat(Contracts.partsOfNone(FloorPlan.shipped()))
                .containsExactly("DeployJournalContract", "SharedJournalContract");
    }

    @ParameterizedTest
    @MethodSource("portsAndTheirContracts")
    void every_realisation_of_a_port_runs_its_contract(Class<?> port, String contract) throws IOException {
        List<String> realisations = Contracts.realisations(FloorPlan.shipped(), port);
        String tests =
                Contracts.testsThatRun(contract, JavaSources.below(REPOSITORY).tests());

        assertThat(realisations).isNotEmpty();
        assertThat(realisations)
                .filteredOn(name ->
                        !Pattern.compile("\\b" + name + "\\b").matcher(tests).find())
                .isEmpty();
    }

    @Test
    void a_test_that_runs_no_contract_proves_nothing() {
        String other = "class SomeTest extends AnotherContract {\n    FileArchiveStore store;\n}\n";
        String whole = "abstract class Some extends ArchiveStoreContract {\n}\n";
        String part = "final class SomeTest extends Some {\n    FileArchiveStore store;\n}\n";

        assertThat(Contracts.testsThatRun("ArchiveStoreContract", List.of(other, whole)))
                .doesNotContain("FileArchiveStore");
        assertThat(Contracts.testsThatRun("ArchiveStoreContract", List.of(part, other, whole)))
                .contains("FileArchiveStore");
    }
}
