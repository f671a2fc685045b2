# Sourced: the proxies, each on free ports of this machine. Wants scratch, root; keeps what it started in children.

# What Wharf says of what a SOCKS proxy does, and of a proxy that takes no basic authentication.
socks_wants='requires a user and a password.'
socks_refuses='refuses the user and the password'
digest_says='requires a login by digest (HTTP 407). Wharf supports Basic only'

installed() {
    local lacking=''
    command -v squid >/dev/null || [ -x /usr/sbin/squid ] || lacking+=' squid'
    command -v tinyproxy >/dev/null || lacking+=' tinyproxy'
    command -v microsocks >/dev/null || lacking+=' microsocks'
    command -v unzip >/dev/null || lacking+=' unzip'
    command -v openssl >/dev/null || lacking+=' openssl'
    [ -z "$lacking" ] && return
    local as=''
    [ "$(id -u)" -eq 0 ] || as='sudo -n'
    # What a package starts by itself is not what is tried here.
    # shellcheck disable=SC2086
    if ! { $as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as env RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $lacking; } >"$scratch/apt.txt" 2>&1; then
        tail -n 5 "$scratch/apt.txt" >&2
        echo "FAILED: these could not be installed:$lacking" >&2
        exit 1
    fi
}

# The company's authority, what it vouches for (the registry and squid's own TLS), and a file of several certificates as people put together.
certificates() (
    cd "$scratch"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Other' -keyout other.key -out other.pem
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Company' -keyout company.key -out company.pem
    openssl req -newkey rsa:2048 -nodes -subj '/CN=registry' -keyout registry.key -out registry.csr
    echo 'subjectAltName=DNS:registry.example,DNS:localhost,IP:127.0.0.1' >names
    openssl x509 -req -in registry.csr -CA company.pem -CAkey company.key -CAcreateserial -days 2 -extfile names -out registry.pem
    openssl pkcs12 -export -in registry.pem -inkey registry.key -passout pass:changeit -out registry.p12
    { echo '# ours'; cat other.pem; echo; echo 'and the company'; cat company.pem; } | sed 's/$/\r/' >several.pem
    cat registry.key registry.pem >squid.pem
    chmod 644 squid.pem
) >"$scratch/openssl.txt" 2>&1

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# listening PORT NAME: waits for it.
listening() {
    local tries=0
    until (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || { echo "FAILED: $2 did not start" >&2; cat "$scratch/$2.txt" >&2; exit 1; }
        sleep 0.1
    done
}

# Two squids, since it asks by one list of ways: basic, with a port for TLS of its own, and digest.
squid_start() {
    squid=$(free_port) squid_tls=$(free_port) squid_digest=$(free_port)
    echo "127.0.0.1 $name" >"$scratch/hosts"
    echo "ada:$(openssl passwd -apr1 's@fe:w0rd/?')" >"$scratch/users"
    echo 'ada:s@fe:w0rd/?' >"$scratch/digest-users"
    squid_settings basic "auth_param basic program /usr/lib/squid/basic_ncsa_auth $scratch/users" "http_port 127.0.0.1:$squid" \
        "https_port 127.0.0.1:$squid_tls tls-cert=$scratch/squid.pem"
    squid_settings digest "auth_param digest program /usr/lib/squid/digest_file_auth $scratch/digest-users" "auth_param digest realm wharf" "http_port 127.0.0.1:$squid_digest"
    squid_again
    squid_run digest
    listening "$squid_digest" digest
}

squid_settings() {
    local kind=$1
    shift
    mkdir -p "$scratch/squid-$kind"
    chmod 777 "$scratch/squid-$kind"
    cat >"$scratch/$kind.conf" <<CONF
$(printf '%s\n' "$@")
hosts_file $scratch/hosts
acl known proxy_auth REQUIRED
acl tunnels port 443 $port
acl CONNECT method CONNECT
http_access deny CONNECT !tunnels
http_access allow known
http_access deny all
cache deny all
shutdown_lifetime 0 seconds
access_log none
cache_log $scratch/squid-$kind/cache.txt
pid_filename none
coredump_dir $scratch/squid-$kind
logfile_rotate 0
pinger_enable off
CONF
}

squid_run() {
    PATH=$PATH:/usr/sbin squid -N -n "w$RANDOM" -f "$scratch/$1.conf" >"$scratch/$1.txt" 2>&1 </dev/null &
    children+=" $!"
}

squid_again() {
    squid_run basic
    squid_child=$!
    listening "$squid" basic
}

squid_stop() {
    kill -KILL "$squid_child"
    wait "$squid_child" 2>/dev/null || :
}

others_start() {
    tinyproxy=$(free_port) socks=$(free_port)
    cat >"$scratch/tinyproxy.conf" <<CONF
Port $tinyproxy
Listen 127.0.0.1
Timeout 30
MaxClients 20
Allow 127.0.0.1
BasicAuth bob Plain.w0rd-1
ConnectPort $port
CONF
    tinyproxy -d -c "$scratch/tinyproxy.conf" >"$scratch/tinyproxy.txt" 2>&1 </dev/null &
    children+=" $!"
    microsocks -i 127.0.0.1 -p "$socks" -u bob -P Plain.w0rd-1 >"$scratch/microsocks.txt" 2>&1 </dev/null &
    children+=" $!"
    listening "$tinyproxy" tinyproxy
    listening "$socks" microsocks
}

stop_all() {
    local child
    for child in $children ${registry:-} ${gateway:-}; do kill "$child" 2>/dev/null || :; done
    for child in $children ${registry:-} ${gateway:-}; do wait "$child" 2>/dev/null || :; done
    children=''
    registry=''
    gateway=''
    stop_server
}
