package dev.wharf.packaging.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSpecifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">=3.11|3.11|true",
                ">=3.11|3.10|false",
                ">=3.11,<3.13|3.13|false",
                ">=3.11,<3.13|3.12|true",
                "<3.13.2|3.13|true",
                ">3.12|3.12|true",
                ">3.12.39|3.12|false",
                "~=3.11|3.14|true",
                "~=3.11.4|3.12|false",
                "==3.12.*|3.12|true",
                "==3.12.*|3.13|false",
                "!=3.12.*|3.12|false",
                "==3.12|3.12|true",
                ">=3|3.10|true",
                "<4|3.14|true",
                "|3.14|true",
                ">=3.13.0rc1|3.10|true",
                "nonsense|3.10|true"
            })
    void a_python_is_admitted_if_one_of_its_patches_is(String text, String python, boolean admitted) {
        assertThat(VersionSpecifier.of(text == null ? "" : text).admitsPython(python))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "==2.0,2.0.0,true",
        "==2.0,1.5.0,false",
        "==2.0,2.0.1,false",
        ">=2,3.1,true",
        "~=2.2.1,2.2.9,true",
        "~=2.2.1,2.3.0,false",
        "==2.0,2.0.0rc1,true",
        "<2,1.99,true",
        "<=2,2.0.0,true"
    })
    void a_version_is_compared_number_by_number(String text, String version, boolean admitted) {
        assertThat(VersionSpecifier.of(text).admits(version)).isEqualTo(admitted);
    }
}
