package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import org.junit.jupiter.api.Test;

class CacheCommandsTest extends FilledCache {
    @Test
    void the_archives_used_last_are_listed_first() throws Exception {
        assertThat(shell.run("cache", "list").err()).contains("no archives");
        fill();

        Outcome table = shell.run("cache", "list");
        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().get(0)).matches("SHA-256 +SIZE  LAST USED");
        assertThat(table.lines().get(1)).matches(Sha256.of(bookshop) + " +" + bookshop.length + "  \\S+Z");
        assertThat(table.lines().get(2)).startsWith(Sha256.of(weather).hex());
        download(WEATHER);
        assertThat(shell.run("cache", "list").lines().get(1))
                .startsWith(Sha256.of(weather).hex());
        assertThat(shell.run("cache", "list", "-o", "json").out())
                .contains("\"items\"", "\"file_sha256_hash\": \"" + Sha256.of(weather) + "\"")
                .contains("\"size\": " + weather.length, "\"last_used_at\": \"");
    }

    @Test
    void verify_reads_all_and_puts_aside_what_has_changed() throws Exception {
        fill();
        assertThat(shell.run("cache", "verify").code()).isZero();
        corrupt(weather);

        Outcome outcome = shell.run("cache", "verify");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out())
                .containsPattern(Sha256.of(weather) + " +corrupt")
                .containsPattern(Sha256.of(bookshop) + " +verified");
        assertThat(outcome.err()).contains(cache().resolve("quarantine").toString());
        assertThat(quarantined()).hasSize(1);
        assertThat(shell.run("cache", "verify").code()).isZero();
    }

    @Test
    void prune_deletes_what_nobody_used_for_long() throws Exception {
        fill();
        assertThat(shell.run("cache", "prune", "--older-than", "3h").err()).contains("nothing to prune");
        assertThat(shell.run("cache", "prune", "--yes").err()).contains("nothing to prune");
        assertThat(shell.run("cache", "prune", "--older-than", "90m", "--dry-run")
                        .out())
                .contains(Sha256.of(weather).hex())
                .doesNotContain(Sha256.of(bookshop).hex());
        assertThat(shell.run("cache", "prune", "--older-than", "90m").code()).isEqualTo(2);
        assertThat(blob(weather)).exists();

        Outcome pruned = shell.run("cache", "prune", "--older-than", "90m", "--yes");

        assertThat(pruned.out()).startsWith("Deleted 1 archive (");
        assertThat(blob(weather)).doesNotExist();
        assertThat(blob(bookshop)).exists();
    }

    @Test
    void prune_makes_the_rest_small_enough_or_deletes_all() throws Exception {
        fill();

        assertThat(shell.run("cache", "prune", "--max-bytes", "1G", "--yes").err())
                .contains("nothing to prune");
        assertThat(shell.run("cache", "prune", "--max-bytes", "" + bookshop.length, "--yes")
                        .code())
                .isZero();
        assertThat(blob(weather)).doesNotExist();
        assertThat(blob(bookshop)).exists();

        shell.atTerminal("n\n");
        assertThat(shell.run("cache", "prune", "--all").err()).contains("Delete 1 archive (", "from the cache?");
        assertThat(blob(bookshop)).exists();
        shell.atTerminal("y\n");
        assertThat(shell.run("cache", "prune", "--all", "-o", "json").out())
                .contains(Sha256.of(bookshop).hex());
        assertThat(blob(bookshop)).doesNotExist();

        assertThat(shell.run("cache", "prune", "--all", "--max-bytes", "1").code())
                .isEqualTo(2);
        assertThat(shell.run("cache", "prune", "--max-bytes", "much").code()).isEqualTo(2);
    }
}
