package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.InMemoryProject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFormCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector = Connector(update=u, configuration_form=form)",
                "connector = sdk.Connector(\n  update=u,\n  configuration_form=form())",
                "from fivetran_connector_sdk import Connector as C\nconnector = C(configuration_form=form)",
                "def make():\n  return Connector(configuration_form=None or form)\nconnector = make()",
                "connector = Connector(u, s, form)",
                "connector = Connector(u, schema(1, 2), form())",
                "connector = Connector(\n  u,\n  None,\n  lambda: form,\n)",
                "connector = Connector(u, [a, b], {1: 2})",
                "from fivetran_connector_sdk import Connector as C\nconnector = C(u, s, form)",
                "import fivetran_connector_sdk\nconnector = fivetran_connector_sdk.Connector(u, s, form)",
                "import fivetran_connector_sdk as f\nconnector = f.Connector(u, s, form)",
                "import fivetran_connector_sdk as f, json\nC = f.Connector\nconnector = C(u, s, form)",
                "K = Connector\nL = K\nconnector = L(u, s, configuration_form=form)",
                "class Mine(Connector):\n  pass\nconnector = Mine(u, s, form)",
                "class Mine(Mixin, sdk.Connector): pass\nconnector = Mine(u, configuration_form=form)",
                "class Mine(Connector):\n  def __init__(self, a):\n    super().__init__(u, s, form)\nconnector = Mine(1)",
                "class Mine(Connector):\n  def __init__(self):\n    super(Mine, self).__init__(u, configuration_form=f)\n"
                        + "connector = Mine()",
                "class Mine(Connector):\n  def __init__(self):\n    Connector.__init__(self, u, s, form)\nconnector = Mine()",
                "class Mine(Connector):\n  def __init__(self, *a, **k):\n    super().__init__(*a, **k)\n"
                        + "connector = Mine(u, s, form)",
                "connector = functools.partial(Connector, u, s, form)()",
                "from functools import partial\nconnector = partial(Connector, configuration_form=form)(u)",
                "connector = Connector(u)\nconnector.configuration_form_method = form",
                "options = {'update': u, 'configuration_form': form}\nconnector = Connector(**options)",
                "options = dict(update=u, configuration_form=form)\nconnector = Connector(**options)",
                "configuration_form = form\nconnector = Connector(*[u, s, configuration_form])",
                "if ready: connector = Connector(u, s, form)",
                "x = 1; connector = Connector(u, s, form)",
                "try:\n  from fivetran_connector_sdk import Connector\nexcept ImportError:\n  from stub import Connector\n"
                        + "connector = Connector(u, s, form)",
            })
    void a_form_that_is_not_there_is_an_error_that_names_the_ways(String source) {
        assertThat(Checked.findings(Checked.connector(source))).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(Rule.CONFIGURATION_FORM);
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.line()).isPositive();
            assertThat(f.advice()).contains("--form-from", "--configuration-form FILE", "PackagingOptions");
        });
        assertThat(Checked.places(Checked.connector(source).file("configuration_form.pb", "form")))
                .isEmpty();
        assertThat(Checked.places(Checked.connector(source).file("configuration_form.pb", "")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector = Connector(update=u, configuration_form=None)",
                "connector = Connector(u, s, None)",
                "connector = Connector(u, s)",
                "connector = Connector(u, s, )",
                "connector = Connector(u, schema=make(1, 2, 3))",
                "connector = Connector(update=u)\nshow(configuration_form=1)",
                "connector = Connector(update=make(configuration_form=1))",
                "class Connector(Base, configuration_form=1): pass\nconnector = 1",
                "# Connector(configuration_form=form)\nconnector = 'Connector(configuration_form=form)'",
                "class Connector:\n  def __init__(self, host, port, user): pass\nconnector = Connector('h', 1, 'u')",
                "from driver import Connector\ndb = Connector('h', 1, 'u')\nconnector = 1",
                "import driver\ndb = driver.Connector('h', 1, 'u')\nconnector = 1",
                "class Db(Connector):\n  def __init__(self, a, b, c):\n    super().__init__(a)\nconnector = Db(1, 2, 3)",
                "class Other:\n  def __init__(self, **k):\n    super().__init__(u, s, 3)\nconnector = Other()",
                "class Mine(Connector):\n  def __init__(self, *a, **k):\n    super().__init__(*a, **k)\nconnector = Mine(u, s)",
                "connector = Connector(u)\nconnector.configuration_form_method = None",
            })
    void a_connector_without_a_form_needs_no_file(String source) {
        assertThat(Checked.places(Checked.connector(source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector = Connector(**options)",
                "connector = Connector(*arguments)",
                "connector = Connector(u, **options)",
                "class Factory:\n  def make(self, **k):\n    return Connector(**k)\nconnector = Factory().make()",
            })
    void arguments_that_cannot_be_seen_are_warned_of(String source) {
        assertThat(Checked.places(Checked.connector(source)))
                .singleElement()
                .asString()
                .startsWith("WARNING configuration-form connector.py:");
    }

    @Test
    void a_connector_that_another_module_makes_is_looked_at_there() {
        InMemoryProject project = Checked.connector("from app.main import connector\n")
                .file("app/main.py", "from .base import Mine\nfrom forms import form\n\nconnector = Mine(u, s, form)\n")
                .file("app/base.py", "from fivetran_connector_sdk import Connector as C\nclass Mine(C): pass\n")
                .file("forms.py", "def form(): pass\n");

        assertThat(Checked.places(project)).containsExactly("ERROR configuration-form app/main.py:4");
    }

    @Test
    void a_class_that_comes_through_a_package_is_known() {
        InMemoryProject project = Checked.connector("import app as a\nconnector = a.Made(u, s, form)\n")
                .file("app/__init__.py", "from app.base import Connector as Made\n")
                .file("app/base.py", "from fivetran_connector_sdk import Connector\n");

        assertThat(Checked.places(project)).containsExactly("ERROR configuration-form connector.py:2");
    }

    @Test
    void a_module_that_nothing_reaches_says_nothing() {
        InMemoryProject project = Checked.connector("connector = Connector(update=u)\n")
                .file("tests/test_form.py", "connector = Connector(u, s, form)\n");

        assertThat(Checked.places(project)).isEmpty();
    }

    @Test
    void modules_and_names_that_lead_round_in_a_circle_end() {
        InMemoryProject project = Checked.connector("from a import connector, C\nC2 = C\nx = C2(1, 2, 3)\n")
                .file("a.py", "from b import C\nfrom connector import C2\nconnector = 1\n")
                .file("b.py", "from a import C\nD = E\nE = D\nclass F(F): pass\ny = F(1, 2, D(1, 2, 3))\n");

        assertThat(Checked.places(project)).isEmpty();
    }

    @Test
    void deep_nesting_needs_no_deep_stack() {
        String calls = "Connector(".repeat(100_000) + ")".repeat(100_000) + "\nconnector = 1\n";
        StringBuilder names = new StringBuilder("connector = 1\nn0 = Connector\n");
        for (int i = 1; i < 20_000; i++) {
            names.append("n").append(i).append(" = n").append(i - 1).append('\n');
        }

        // Python itself opens 200 brackets at most.
        assertThat(Checked.places(Checked.connector(calls))).containsExactly("ERROR python-source connector.py:1");
        assertThat(Checked.places(Checked.connector(names + "x = n19999(1, 2, 3)\n")))
                .isEmpty();
    }

    @Test
    void a_form_that_is_given_is_taken_for_what_it_is() {
        InMemoryProject project = Checked.connector("connector = Connector(u, s, form)\n");
        PackagingOptions none = new PackagingOptions(Set.of(), ArchiveSource.of(new byte[0]));

        assertThat(ConnectorProject.read(project).findings()).hasSize(1);
        assertThat(ConnectorProject.read(project, none).findings()).isEmpty();
    }
}
