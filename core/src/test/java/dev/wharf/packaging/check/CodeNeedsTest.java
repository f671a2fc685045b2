package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector's code needs when it is run: modules and files. */
class CodeNeedsTest {
    private static final String CONNECTOR = "\nconnector = Connector(update=update)\n";

    private static InMemoryProject project(String source) {
        return Checked.plain(source + CONNECTOR);
    }

    @Test
    void an_import_that_nothing_provides_is_told_once_with_its_place() {
        List<Finding> findings =
                Checked.findings(project("import json\nimport pandas as pd\nfrom pandas import DataFrame"));

        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(Rule.UNDECLARED_IMPORT);
            assertThat(f.place()).isEqualTo("connector.py:2");
            assertThat(f.message()).contains("It imports pandas (1 more such imports)");
            assertThat(f.advice()).contains("pandas", "requirements.txt");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "import yaml, PyYAML",
        "import yaml.reader as r, PyYAML",
        "from google.cloud import storage, google-cloud-storage",
        "import psycopg2.extras, psycopg2-binary",
        "import snowflake.connector, snowflake-connector-python",
        "from PIL import Image, Pillow",
        "from sklearn import svm, scikit-learn",
        "import shared.api, shared"
    })
    void the_package_that_has_a_well_known_module_is_named(String statement, String named) {
        assertThat(Checked.findings(project(statement))).singleElement().satisfies(f -> assertThat(f.advice())
                .contains("such as " + named + ", to"));
    }

    @ParameterizedTest
    @CsvSource({
        "yaml, PyYAML==6",
        "google.cloud.storage, google-cloud-storage==2",
        "bs4, beautifulsoup4==4",
        "dateutil, python-dateutil==2",
        "PIL, pillow==1",
        "sklearn.svm, scikit-learn==1",
        "dotenv, python-dotenv==1",
        "jwt, PyJWT[crypto]==2",
        "Crypto.Cipher, pycryptodome==3",
        "psycopg2, psycopg2-binary==2",
        "snowflake.connector, snowflake_connector_python==3",
        "MySQLdb, mysqlclient==2",
        "gremlin_python.driver, gremlinpython==3",
        "influxdb_client_3, influxdb3_python==1",
        "pytds, python-tds==1",
        "botocore.config, boto3==1",
        "numpy, pandas==2",
        "cv2, opencv-python==4",
        "ibm_db_dbi, ibm_db==3",
        "faiss, faiss-cpu==1",
        "win32com.client, pywin32==300",
        "anything, git+https://github.com/o/r.git",
        "oracledb, git+https://github.com/oracle/python-oracledb.git#egg=oracledb"
    })
    void a_declared_package_provides_its_modules(String module, String requirement) {
        assertThat(Checked.findings(project("import " + module).file("requirements.txt", requirement)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import requests, grpc, urllib3.util.retry, certifi, fivetran_connector_sdk",
                "from google.protobuf import message",
                "import tomllib, distutils, imp, zoneinfo, _thread, __future__",
                "try:\n    import ujson\nexcept ImportError:\n    ujson = None",
                "try: import ujson\nexcept: pass",
                "try:\n    import ujson\nexcept ValueError:\n    pass\nexcept ImportError:\n    pass",
                "try:\n    import ujson\nexcept (ValueError, ModuleNotFoundError):\n    import simplejson as ujson",
                "try:\n    def f():\n        import ujson\n    f()\nexcept Exception as e:\n    pass",
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas",
                "import sys\nif sys.version_info >= (3, 11):\n    import a\nelse:\n    import b",
                "if __name__ == '__main__':\n    import pytest",
                "from contextlib import suppress\nwith suppress(ImportError):\n    import ujson",
                "# import pandas\ntext = '''\nimport pandas\n'''",
                "from . import sibling"
            })
    void what_python_has_what_is_installed_and_what_may_fail_is_fine(String source) {
        assertThat(Checked.findings(project(source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def update():\n    import pandas",
                "async def update():\n    from pandas import x",
                "try:\n    import pandas\nfinally:\n    pass",
                "try:\n    import pandas\nexcept ValueError:\n    pass",
                "try:\n    pass\nexcept ImportError:\n    pass\nimport pandas",
                "if True: import os; import pandas",
                "import os, pandas",
                "from pandas import (\n    a,\n    b as c,\n)"
            })
    void everything_else_is_not(String source) {
        assertThat(Checked.places(project(source))).singleElement().asString().startsWith("WARNING undeclared-import");
    }

    @Test
    void only_code_that_the_connector_leads_to_is_asked() {
        InMemoryProject project = project("from app.jobs import run\nimport app.late")
                .file("app/__init__.py", "import one")
                .file("app/jobs.py", "from . import rows\nfrom .deep.down import x")
                .file("app/rows.py", "import two")
                .file("app/deep/down.py", "import three\nfrom ...outside import y")
                .file("app/late.py", "import four, app.rows")
                .file("app/unused.py", "import five")
                .file("tests/test_app.py", "import pytest");

        assertThat(Checked.places(project))
                .containsExactly(
                        "WARNING undeclared-import app/__init__.py:1",
                        "WARNING undeclared-import app/deep/down.py:1",
                        "WARNING undeclared-import app/late.py:1",
                        "WARNING undeclared-import app/rows.py:1");
    }

    @Test
    void many_blocks_behind_each_other_are_not_deep() {
        String block = "    def f():\n        if x:\n            pass\n";

        assertThat(Checked.findings(project("class A:\n" + block.repeat(500)
                        + "    try:\n        import ujson\n    except ImportError:\n        pass")))
                .isEmpty();
    }

    @Test
    void a_module_of_the_project_is_found_where_python_looks_and_pointed_at_elsewhere() {
        InMemoryProject project =
                project("import app.jobs").file("app/jobs.py", "import rows").files("app/rows.py");

        assertThat(Checked.findings(project)).singleElement().satisfies(f -> assertThat(f.advice())
                .contains("If you mean app/rows.py", "app.rows"));
        assertThat(Checked.findings(project("import sys\nsys.path.append('app')\nimport rows")
                        .files("app/rows.py")))
                .isEmpty();
    }

    @Test
    void modules_that_a_script_installs_or_that_are_left_out_are_not_told_here() {
        assertThat(Checked.findings(project("import pandas")
                        .file("drivers/installation.sh", "#!/bin/bash\npip install pandas==2\n")))
                .isEmpty();
        assertThat(Checked.places(project("from lib.a import x").files("lib/a.py")))
                .containsExactly("WARNING left-out-code lib");
    }

    @Test
    void names_that_no_file_can_have_are_no_modules_and_fill_no_memory() {
        String many = String.join(", ", Collections.nCopies(45_000, "b"));
        String source = "from " + "a".repeat(2_000_000) + " import " + many + "\nimport " + "a.".repeat(500_000) + "a";

        assertThat(Checked.findings(project(source + "\nimport pandas")))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("It imports pandas,"));
    }
}
