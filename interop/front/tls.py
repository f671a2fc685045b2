#!/usr/bin/env python3
"""A proxy for clients that have an https address built in: a tunnel to that one name ends here and goes on to a local server.

Arguments: the name, the server's HOST:PORT, and a new directory for the authority, which is made for this run. Prints its own address.
Tunnels to any other name are refused. No byte of a request or an answer is changed.
"""
import asyncio
import datetime
import ipaddress
import pathlib
import ssl
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def certificate(subject, issuer, key, signed_by, *extensions):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(days=1))
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(signed_by, hashes.SHA256())


def named(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def make_authority(host, folder):
    """Writes authority.pem, to be trusted, and server.pem, the name's certificate with its key."""
    folder.mkdir(mode=0o700)
    authority_key = ec.generate_private_key(ec.SECP256R1())
    server_key = ec.generate_private_key(ec.SECP256R1())
    authority_name = named("An authority for one run of interop")
    authority_id = x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key())
    usage = {name: False for name in ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only")}
    authority = certificate(
        authority_name,
        authority_name,
        authority_key,
        authority_key,
        (x509.BasicConstraints(ca=True, path_length=0), True),
        (x509.KeyUsage(digital_signature=False, key_cert_sign=True, crl_sign=True, **usage), True),
        (authority_id, False),
    )
    server = certificate(
        named(host),
        authority_name,
        server_key,
        authority_key,
        (x509.SubjectAlternativeName([x509.DNSName(host)]), False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (x509.KeyUsage(digital_signature=True, key_cert_sign=False, crl_sign=False, **usage), True),
        (x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(authority_id), False),
    )
    pem = serialization.Encoding.PEM
    key = server_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "authority.pem").write_bytes(authority.public_bytes(pem))
    (folder / "server.pem").write_bytes(server.public_bytes(pem) + key)


async def pump(reader, writer):
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def serve(host, server, tls, reader, writer):
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(f"CONNECT {host}:443 ".encode()):
            print("refused:", head.split(b"\r\n")[0].decode("latin-1"), file=sys.stderr, flush=True)
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            await writer.drain()
            return
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await writer.drain()
        await writer.start_tls(tls)
        inner_reader, inner_writer = await asyncio.open_connection(*server)
        await asyncio.gather(pump(reader, inner_writer), pump(inner_reader, writer))
    except (OSError, asyncio.IncompleteReadError) as broken:
        print("broken off:", broken, file=sys.stderr, flush=True)
    finally:
        writer.close()


async def main(host, server, folder):
    address, port = server.rsplit(":", 1)
    ipaddress.ip_address(address)  # a local server, by number: nothing is looked up
    make_authority(host, pathlib.Path(folder))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pathlib.Path(folder) / "server.pem")
    front = await asyncio.start_server(lambda r, w: serve(host, (address, int(port)), tls, r, w), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{front.sockets[0].getsockname()[1]}", flush=True)
    async with front:
        await front.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
