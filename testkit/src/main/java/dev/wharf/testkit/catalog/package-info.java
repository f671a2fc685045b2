/**
 * The contract of a catalog, subject by subject, and a catalog in memory. An adapter's test extends
 * {@link dev.wharf.testkit.catalog.PackageCatalogContract}; while the adapter is being written, it implements the contracts
 * of the subjects that are there, in the order in which that class names them. May use core, JUnit and AssertJ. Deliberately
 * absent: a database, files, and any knowledge of how a catalog keeps what it is given.
 */
@NullMarked
package dev.wharf.testkit.catalog;

import org.jspecify.annotations.NullMarked;
