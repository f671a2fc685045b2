package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoctorTest extends ExaminedMachine {
    @Test
    void the_address_comes_from_the_option_the_environment_or_the_profile_in_this_order() throws Exception {
        set("FIVETRAN_API_KEY", JOINED);
        profile("default", "api_url = \"" + url + "\"");
        String nowhere = "http://localhost:1";
        set("WHARF_API_URL", nowhere, "FIVETRAN_API_URL", nowhere);
        assertThat(healthy("--api-url", url)).contains(url + " answers (from --api-url)");

        set("WHARF_API_URL", url);
        assertThat(healthy()).contains(url + " answers (from WHARF_API_URL)");

        shell.environment.remove("WHARF_API_URL");
        set("FIVETRAN_API_URL", url);
        assertThat(healthy()).contains(url + " answers (from FIVETRAN_API_URL)");

        shell.environment.remove("FIVETRAN_API_URL");
        assertThat(healthy()).contains(url + " answers (from the profile default)");
    }

    @Test
    void an_address_as_terraform_has_it_with_the_apis_version_is_understood() {
        set("FIVETRAN_API_KEY", JOINED);
        shell.environment.remove("WHARF_API_URL");
        set("FIVETRAN_API_URL", url + "/v1");
        assertThat(healthy()).contains(url + " answers");

        set("FIVETRAN_API_URL", url + "/v1/");
        assertThat(healthy()).contains(url + " answers");
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        set("FIVETRAN_API_KEY", JOINED);

        assertThat(healthy()).contains("agrees with the server's");
        assertThat(shell.ahead(Duration.ofHours(1)).run("doctor").out())
                .containsPattern("warning +this machine is 3[56]\\d\\d seconds ahead of the server");
        assertThat(shell.ahead(Duration.ofHours(-1)).run("doctor").out())
                .containsPattern("warning +this machine is 3[56]\\d\\d seconds behind the server");
    }

    @Test
    void versions_and_directories_are_told() {
        set("FIVETRAN_API_KEY", JOINED);

        assertThat(healthy())
                .containsPattern("wharf +ok +wharf ")
                .containsPattern("java +ok +" + System.getProperty("java.version"))
                .containsPattern("data +ok +" + directory.resolve(".local/share/wharf"))
                .containsPattern("cache +ok +" + directory.resolve(".cache/wharf/archives"));
    }

    @Test
    void a_file_where_a_directory_must_be_made_is_told() throws Exception {
        set("FIVETRAN_API_KEY", JOINED);
        Path inTheWay = Files.writeString(directory.resolve(".cache"), "");

        assertThat(healthy()).containsPattern("cache +failed +" + inTheWay + " is not a directory. Move it away");
    }
}
