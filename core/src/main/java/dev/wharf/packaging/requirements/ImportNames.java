package dev.wharf.packaging.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which packages provide a module. Most have its name, or one that holds it; the others that are well known stand here. It is
 * meant to err by finding a provider where there is none.
 */
public final class ImportNames {
    /** Modules that come with the packages that are installed where connectors run, and with what these need. */
    private static final List<String> INSTALLED = List.of(
            "fivetran_connector_sdk",
            "requests",
            "urllib3",
            "certifi",
            "idna",
            "charset_normalizer",
            "grpc",
            "grpc_tools",
            "google.protobuf",
            "setuptools",
            "pkg_resources",
            "pip");

    /** A module, and the packages that have it or need one that does. */
    private static final Map<String, List<String>> PACKAGES = read(
            """
            yaml: pyyaml ruamel kubernetes dask huggingface
            bs4: beautifulsoup markdownify
            dateutil: dateutil pandas boto matplotlib croniter elasticsearch influxdb kubernetes arrow faker pendulum
            pytz: pandas snowflake clickhouse croniter icalendar django
            numpy: pandas scipy pyarrow scikit xarray dask torch tensorflow matplotlib opencv polars faiss shapely
            PIL: pillow matplotlib torchvision pdfplumber reportlab
            sklearn: scikit
            skimage: scikit
            cv2: opencv
            dotenv: dotenv pydantic-settings
            jwt: jwt snowflake msal simple-salesforce twilio pygithub azure
            Crypto: pycryptodome pycrypto
            Cryptodome: pycryptodome
            OpenSSL: pyopenssl snowflake
            cryptography: openssl paramiko snowflake azure msal oracledb jwcrypto authlib sshtunnel pysftp salesforce
            nacl: pynacl paramiko
            psycopg2: psycopg2 redshift
            MySQLdb: mysql
            mysql: mysql
            pymysql: mysql
            pytds: tds
            fdb: fdb firebird
            pymssql: mssql
            cx_Oracle: oracle
            ibm_db_dbi: ibm-db
            hdbcli: hana hdb
            snowflake: snowflake
            boto3: boto aws s3fs smart-open
            botocore: boto aws s3fs
            s3transfer: boto
            jmespath: boto
            google: google gspread firebase pandas-gbq gcsfs vertex gapic
            googleapiclient: google
            google_auth_oauthlib: google gspread
            azure: azure adlfs msrest
            gremlin_python: gremlin
            influxdb_client_3: influxdb
            attr: attrs zeep jsonschema aiohttp
            lxml: lxml zeep docx pptx scrapy
            httpx: openai anthropic supabase mistral
            pydantic: openai anthropic fastapi langchain
            simple_salesforce: salesforce
            zmq: zmq
            serial: serial
            usb: usb
            git: gitpython
            github: github
            gitlab: gitlab
            jose: jose
            ldap3: ldap
            docx: docx
            pptx: pptx
            fitz: mupdf
            magic: magic
            gnupg: gnupg
            slugify: slugify
            telegram: telegram
            discord: discord
            win32com: win32
            Xlib: xlib
            markdown: markdown
            websocket: websocket
            kafka: kafka
            confluent_kafka: confluent
            nats: nats
            pulsar: pulsar
            pkg_resources: setuptools
            opentelemetry: opentelemetry
            jks: jks
            ftputil: ftp
            smb: smb
            smbclient: smb
            suds: suds
            sap: rfc
            pyrfc: rfc
            facebook_business: facebook
            stripe: stripe
            intuitlib: intuit
            quickbooks: quickbooks
            pythonjsonlogger: json-logger
            tomli: tomli pytest
            six: dateutil boto pandas google kubernetes oauth
            typing_extensions: pydantic sqlalchemy openai anthropic aiohttp azure
            packaging: snowflake pytest huggingface google
            sqlalchemy: sqlalchemy pandas-gbq snowflake alembic
            """);

    private ImportNames() {}

    /**
     * Whether a module is there without being asked for.
     *
     * @param module its full name
     * @return whether it, or one that it lies in, is installed where connectors run
     */
    public static boolean isInstalled(String module) {
        return INSTALLED.stream().anyMatch(name -> module.equals(name) || module.startsWith(name + "."));
    }

    /**
     * Whether some of the packages probably provides a module, going by their names.
     *
     * @param packages names of packages, or texts that hold them
     * @param module its full name
     * @return whether one may; not whether one does
     */
    public static boolean provides(List<String> packages, String module) {
        String top = top(module);
        String wanted = compact(top);
        List<String> known = PACKAGES.getOrDefault(top, List.of());
        return packages.stream()
                .map(ImportNames::compact)
                .anyMatch(name -> name.contains(wanted)
                        || (core(name).length() > 2 && wanted.contains(core(name)))
                        || known.stream().anyMatch(part -> name.contains(compact(part))));
    }

    /**
     * The package to name as an example.
     *
     * @param module a module's full name
     * @return a package that provides it; the first part of its own name where no other is known
     */
    public static String example(String module) {
        return switch (top(module)) {
            case "yaml" -> "PyYAML";
            case "bs4" -> "beautifulsoup4";
            case "dateutil" -> "python-dateutil";
            case "PIL" -> "Pillow";
            case "sklearn" -> "scikit-learn";
            case "cv2" -> "opencv-python-headless";
            case "dotenv" -> "python-dotenv";
            case "jwt" -> "PyJWT";
            case "Crypto" -> "pycryptodome";
            case "OpenSSL" -> "pyOpenSSL";
            case "psycopg2" -> "psycopg2-binary";
            case "MySQLdb" -> "mysqlclient";
            case "mysql" -> "mysql-connector-python";
            case "snowflake" -> "snowflake-connector-python";
            case "google", "azure" -> module.replace('.', '-').replace('_', '-');
            default -> top(module);
        };
    }

    /**
     * The first part of a name, which is what is installed.
     *
     * @param module a module's full name
     * @return all before its first dot
     */
    public static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    /** A package's name without what only says that it is one of Python's. */
    private static String core(String name) {
        return name.replaceFirst("^(python|py)", "").replaceFirst("(python|py|client|sdk|binary|\\d+)$", "");
    }

    private static String compact(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private static Map<String, List<String>> read(String table) {
        return table.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toUnmodifiableMap(
                        parts -> parts[0],
                        parts -> Arrays.asList(parts[1].strip().split(" "))));
    }
}
