package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorCodeCheckTest {
    private static final String UNBOUND = "ERROR connector-object connector.py";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector = Connector(update=update)",
                "\ufeffconnector = 1",
                "connector: Connector = make()",
                "a = connector = make()",
                "a, (connector, *b) = make()",
                "[connector] = make()",
                "x = 1; connector = 2",
                "if ready:\n    connector = 1\n",
                "if ready: connector = 1",
                "if ready: x = 1\nelse: connector = 1",
                "if (lambda: 0)(): connector = 1",
                "try:\n\tconnector = 1\nexcept E:\n\tpass\n",
                "with open(f) as (a, connector):\n  pass",
                "with (open(f) as a, open(g) as connector): pass",
                "for connector in range(3): pass",
                "for a, connector in b: pass",
                "async def f(): pass\nconnector = f",
                "import a.b as connector",
                "import connector.x",
                "import a, connector",
                "from x import connector",
                "from x import (a,\n  b as connector,\n)",
                "def connector(): pass",
                "@wrap\nasync def connector(): pass",
                "class connector: pass",
                "if (connector := make()): pass",
                "print((connector := make()))",
                "match x:\n  case [1, connector]: pass",
                "def f():\n    pass\nconnector = 1",
                "def f():\n    x = '''\nconnector'''\n\n# a comment\nconnector = 1",
                "def f():\r\n    pass\r\nconnector = 1\r\n",
                "def f():\n    pass\n\f\nconnector = 1",
                "x = 'it''s' \"a\\\"b\"\nconnector = 1",
                "x = r'\\\\'\nconnector = 1",
                "x = f\"{a[\"b\"]}\"\nconnector = 1",
                "x = f'{f\"{f'{1}'}\"}'\nconnector = 1",
                "x = f'{{}} {a!r:>{width}} {b:%H:%M} \\N{DEGREE SIGN} \\{a}'\nconnector = 1",
                "x = f'''{\n  a  # a ' in a comment\n}'''\nconnector = 1",
                "x = rf'\\d{{3}}' + Rb'\\x00'\nconnector = 1",
                "x = t'{a}' + u'b'\nconnector = 1",
                "x = [\n  1,\nconnector := 2]",
                "x = 1 + \\\n  2\nconnector = 1",
                "x = 0xFF + 1_000.5e10 + 3j + .5\nconnector = 1",
                "case = 1\nmatch = {1: 2}\nconnector = case",
                "grüße = 1\nconnector = grüße",
            })
    void a_name_bound_at_the_top_level_is_found(String source) {
        assertThat(Checked.places(Checked.connector(source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x = 1",
                "# connector = 1",
                "'''\nconnector = 1\n'''",
                "x = 'a\\\nconnector = 1'",
                "def f():\n    connector = 1\n",
                "def f(): connector = 1",
                "class A:\n    connector = 1\n    def f(self):\n        connector = 2\n",
                "def f():\n  if x:\n    connector = 1\n  connector = 2\n",
                "if x:\n  def f():\n    connector = 1\n",
                "connector: Connector",
                "connector == 1",
                "connector.x = 1",
                "connector[0] = 1",
                "x[connector] = 1",
                "f(connector=1)",
                "f(\nconnector=1)",
                "x = lambda connector=1: connector",
                "x = [0 for connector in y]",
                "connector += 1",
                "connectors = 1",
                "from connector import x",
                "import a as b, c.connector",
                "x = f'{connector}'",
                "with connector as x: pass",
                "for x in connector: pass",
                "def f():\n    from x import *\n",
            })
    void a_name_that_is_not_bound_there_is_an_error(String source) {
        assertThat(Checked.places(Checked.connector(source))).containsExactly(UNBOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from x import *",
                "def f():\n    global connector\n    connector = 1\nf()\n",
                "globals()[\"connector\"] = make()",
                "globals()['connector'] = make()",
                "def f(): globals()['connector'] = make()\nf()",
                "globals()[name] = make()",
                "globals().update(connector=make())",
                "vars().update({'connector': 1})",
                "locals().setdefault('connector', 1)",
                "globals().__setitem__('connector', 1)",
                "import sys\nsys.modules[__name__].connector = 1",
                "setattr(sys.modules[__name__], 'connector', 1)",
                "setattr(me, \"connector\", 1)",
                "exec('connector = 1')",
            })
    void where_it_cannot_be_known_nothing_is_said(String source) {
        assertThat(Checked.places(Checked.connector(source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globals()['x'] = 1",
                "x = globals()['connector']",
                "print(globals())",
                "d['connector'] = 1",
                "cursor.exec('connector')",
                "setattr(self, key, 1)",
                "sys.modules['x'] = 1",
                "vars(x).update(connector=1)",
                "x = \"globals()['connector'] = 1\"",
            })
    void what_stores_elsewhere_does_not_bind_the_name(String source) {
        assertThat(Checked.places(Checked.connector(source))).containsExactly(UNBOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector = 1\ndel connector",
                "connector = 1\ndel x, connector\n",
                "connector = 1; del (connector)",
                "import x\ndel connector\n",
                "connector = 1\ndel connector\nif x:\n  del connector\n"
            })
    void a_name_that_is_deleted_again_is_not_bound(String source) {
        String start = source.startsWith("connector = 1;") ? UNBOUND + ":1" : UNBOUND + ":2";

        assertThat(Checked.places(Checked.connector(source))).containsExactly(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector = 1\ndel connectors, connector.x, connector[0]",
                "connector = 1\ndef f():\n  del connector",
                "connector = 1\nif x:\n  del connector",
                "connector = 1\nif x: del connector",
                "connector = 1\ndel connector\nconnector = 2",
            })
    void a_name_that_is_not_certainly_deleted_is_bound(String source) {
        assertThat(Checked.places(Checked.connector(source))).isEmpty();
    }
}
