package dev.wharf.deployment;

import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.ConflictException;
import dev.wharf.model.PackageId;
import java.util.List;

/** A package that several connections run: its file is the code of each of them. */
public final class SharedPackage {
    private SharedPackage() {}

    /**
     * The failure of a change that would reach others unasked.
     *
     * @param id the package
     * @param others the other connections that run it; not empty
     * @return the failure, which names them and the ways on
     */
    public static ConflictException refusal(PackageId id, List<RunBy> others) {
        return new ConflictException(
                "Package " + id + " also runs " + names(others) + ". Their code would change too. Nothing was sent.",
                "Add --way repoint to give the connection its own package. Add --shared to change the package for"
                        + " all of them.");
    }

    /**
     * The failure of a package's update that would reach several connections unasked.
     *
     * @param id the package
     * @param users the connections that run it
     * @return the failure, which names them and the ways on
     */
    public static ConflictException refusalOfUpdate(PackageId id, List<RunBy> users) {
        return new ConflictException(
                "Package " + id + " runs " + names(users) + ". The code of all of them would change. Nothing was sent.",
                "Add --shared to change it for all of them. Deploy with --way repoint to give one of them its own"
                        + " package.");
    }

    /**
     * The failure of a change that would reach others unasked, if there are any, which is not known.
     *
     * @param id the package
     * @param doubt why it is not known, in sentences
     * @return the failure, which names the ways on
     */
    public static ConflictException refusalInDoubt(PackageId id, String doubt) {
        return new ConflictException(
                "Package " + id + " may also run connections that Wharf does not know. Their code would change too. "
                        + doubt + " Nothing was sent.",
                "Deploy with --way repoint to give the connection its own package. Add --shared to change the"
                        + " package for all of them.");
    }

    /**
     * Connections in a sentence.
     *
     * @param connections the connections
     * @return their names and ids; of many, how many more there are
     */
    public static String names(List<RunBy> connections) {
        return Listed.inWords(connections.stream().map(RunBy::toString).toList());
    }
}
