/**
 * A wharf-server as a test double, in the process of the tests. For whoever tests what deploys connectors; uses the server and its
 * adapters, and nothing uses it but tests.
 */
@NullMarked
package dev.wharf.testkit.server;

import org.jspecify.annotations.NullMarked;
