package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be passed on without being understood. */
class FieldsTest {
    @Test
    void a_number_that_json_has_none_for_is_refused_wherever_it_stands() {
        for (Object value : List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)) {
            assertThatThrownBy(() -> Fields.of(Map.of("a", value))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Fields.of(Map.of("a", List.of(Map.of("b", value)))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Fields.of(Map.of("a", Double.MAX_VALUE)).get("a")).isEqualTo(Double.MAX_VALUE);
    }
}
