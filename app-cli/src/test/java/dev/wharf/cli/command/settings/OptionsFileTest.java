package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of the vendor's options file. */
class OptionsFileTest {
    @TempDir
    Path directory;

    /** As fivetran-connector-sdk 3.0.0 wrote it at a redeploy, but for names. */
    private static final String WRITTEN =
            """
            # This file is managed by you. The Fivetran Connector SDK CLI only adds or updates the profile of the connection being deployed.
            # It stores `fivetran deploy` fields grouped into profiles. Edit, move, or delete it freely.
            # ["default"]
            # python_version = "3.14"
            # naming = "FIVETRAN"

            ["happy_harmony-moved"]
            destination = "warehouse"
            connection = "moved"
            python_version = "3.11"
            naming = "FIVETRAN"

            ["happy_harmony-other"]
            destination = "warehouse"
            connection = "other"
            python_version = "3.12"
            naming = "SOURCE"
            hybrid_deployment_agent_id = "hd_1"
            """;

    @Test
    void what_the_vendors_client_wrote_is_read() throws Exception {
        OptionsFile file = read(WRITTEN);

        assertThat(file.has(OptionsFile.DEFAULT)).isFalse();
        assertThat(file.profile("happy_harmony-other").values())
                .isEqualTo(Map.of(
                        OptionsField.DESTINATION, "warehouse",
                        OptionsField.CONNECTION, "other",
                        OptionsField.PYTHON_VERSION, "3.12",
                        OptionsField.NAMING, "SOURCE",
                        OptionsField.HYBRID_DEPLOYMENT_AGENT_ID, "hd_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[prod.eu]", "[\"prod.eu\"]", "[prod . eu]", "[prod.'eu']"})
    void a_dotted_name_is_one_profile_in_any_spelling(String header) throws Exception {
        assertThat(python(read(header + "\npython_version = '3.12'\n[prod]\nnaming = 'source'"), "prod.eu"))
                .isEqualTo("3.12");
    }

    @Test
    void a_profile_may_hold_fields_and_other_profiles() throws Exception {
        OptionsFile file = read("[a]\npython_version = '3.12'\n[a.b]\npython_version = '3.13'\n[a.b.c]\n[d.e]\n");

        assertThat(python(file, "a")).isEqualTo("3.12");
        assertThat(python(file, "a.b")).isEqualTo("3.13");
        assertThat(file.has("a.b.c")).isTrue();
        assertThat(file.has("d")).isFalse();
        assertThatThrownBy(() -> file.profile("d.E"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'d.E'")
                .hasMessageContaining("'a', 'a.b', 'a.b.c', 'd.e'");
    }

    static Stream<Arguments> a_file_that_is_none_is_refused() {
        return Stream.of(
                Arguments.of("python_version = '3.12'", "'python_version'", "outside of any profile"),
                Arguments.of("[a]\nb = {naming = 'SOURCE'}\n[\"a.b\"]", "'a.b'", "twice"),
                Arguments.of("[a.b]\n[\"a.b\"]", "'a.b'", "twice"),
                Arguments.of("[a]\nnaming = 'SOURCE'\n[a]\npython_version = '3.12'", "options.toml", "not TOML"),
                Arguments.of("[a]\nnaming = 'SOURCE'\nnaming = 'SOURCE'", "options.toml", "not TOML"),
                Arguments.of("[a", "options.toml", "not TOML"),
                Arguments.of("[a]\nnaming = SOURCE", "options.toml", "not TOML"));
    }

    @ParameterizedTest
    @MethodSource
    void a_file_that_is_none_is_refused(String content, String what, String why) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(why);
    }

    static Stream<Arguments> a_value_that_cannot_be_is_refused_with_profile_and_file() {
        return Stream.of(
                Arguments.of("api_key = 'secret-value'", "'api_key'", "FIVETRAN_API_KEY"),
                Arguments.of("package_id = 'happy_harmony'", "'package_id'", "connections update"),
                Arguments.of("python_version = 3.12", "'python_version'", "in quotes"),
                Arguments.of("python_version = '2.7'", "'python_version'", "3.13"),
                Arguments.of("python_version = ' '", "'python_version'", "is empty"),
                Arguments.of("destination = {name = 'x'}", "'destination'", "in quotes"),
                Arguments.of("destination = ['x']", "'destination'", "in quotes"),
                Arguments.of("destination = \"a\\nb\"", "'destination'", "several lines"),
                Arguments.of("connection = 'Not A Name'", "'connection'", "lower-case"),
                Arguments.of("connection = 12", "'connection'", "lower-case"),
                Arguments.of("naming = 'mine'", "'naming'", "FIVETRAN or SOURCE"),
                Arguments.of("naming = true", "'naming'", "FIVETRAN or SOURCE"),
                Arguments.of("proxy_id = ''", "'proxy_id'", "is empty"),
                Arguments.of("proxy_id = [1]", "'proxy_id'", "in quotes"),
                Arguments.of("proxy_id = 'p'\nhybrid_deployment_agent_id = 'h'", "'proxy_id'", "exclude each other"));
    }

    @ParameterizedTest
    @MethodSource
    void a_value_that_cannot_be_is_refused_with_profile_and_file(String line, String what, String why)
            throws Exception {
        OptionsFile file = read("[other]\n[mine]\n" + line + "\n");

        assertThatThrownBy(() -> file.profile("mine"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(what + " in profile 'mine' of " + file.path())
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret-value");
        assertThat(file.profile("other").values()).isEmpty();
    }

    @Test
    void what_the_vendors_client_takes_in_other_ways_is_taken() throws Exception {
        OptionsProfile profile =
                read("[default]\nproxy_id = 123\nnaming = ' Source '\npython_version = ''\nconnection = ''\ncolour = 'red'")
                        .profile("default");

        assertThat(profile.values()).isEqualTo(Map.of(OptionsField.PROXY_ID, "123", OptionsField.NAMING, " Source "));
        assertThat(profile.unknown()).containsExactly("colour");
    }

    @Test
    void a_file_that_lies_where_the_vendors_client_looks_is_found() throws Exception {
        Path home = Files.createDirectories(directory.resolve("home/.fivetran/connector_sdk"));
        Path work = Files.createDirectory(directory.resolve("work"));
        assertThat(OptionsFileOptions.lyingAround(work, directory.resolve("home")))
                .isEmpty();

        Path kept = Files.writeString(home.resolve("options.toml"), "");
        assertThat(OptionsFileOptions.lyingAround(work, directory.resolve("home")))
                .contains(kept);
        Path here = Files.writeString(work.resolve("options.toml"), "");
        assertThat(OptionsFileOptions.lyingAround(work, directory.resolve("home")))
                .contains(here);
    }

    private static String python(OptionsFile file, String profile) {
        return String.valueOf(file.profile(profile).value(OptionsField.PYTHON_VERSION));
    }

    private OptionsFile read(String content) throws Exception {
        return OptionsFile.read(Files.writeString(directory.resolve("options.toml"), content));
    }
}
