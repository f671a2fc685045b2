package dev.wharf.deployment;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.RanWith;
import dev.wharf.model.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deploys to one connection, the oldest first, counted from 1.
 *
 * @param entries what the journal has of them
 */
public record DeployHistory(List<DeployRecord> entries) {
    private static final String SEE_HISTORY = "See the deploy history of the connection.";
    private static final int SHORTEST_PREFIX = 7;

    /**
     * Copies the list.
     *
     * @param entries what the journal has of them
     */
    public DeployHistory {
        entries = List.copyOf(entries);
    }

    /**
     * What ran before that which runs now.
     *
     * @param present the hash of what runs; null if that is not known
     * @return the hash of the last other file that was deployed, or was there before a deploy
     * @throws NotFoundException if there is none
     */
    public Sha256 before(@Nullable Sha256 present) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            DeployRecord entry = entries.get(i);
            if (entry.state().succeeded()) {
                if (!entry.to().equals(present)) {
                    return entry.to();
                }
                Sha256 from = entry.from();
                if (from != null && !from.equals(present)) {
                    return from;
                }
            }
        }
        throw new NotFoundException(
                Resource.OTHER,
                "The deploy history has no earlier archive.",
                "Name a SHA-256, or deploy what should run.");
    }

    /**
     * What a connection had beside its package when a file was deployed to it last.
     *
     * @param sha256 the file's hash
     * @return what it ran with; empty if the journal does not know
     */
    public Optional<RanWith> ranWith(Sha256 sha256) {
        return entries.stream()
                .filter(entry -> entry.state().succeeded() && entry.to().equals(sha256))
                .flatMap(entry -> RanWith.in(entry.settings()).stream())
                .reduce((earlier, later) -> later);
    }

    /**
     * What is meant by a number, or by the beginning of a hash.
     *
     * @param text a number of this history, or at least 7 hexadecimal digits that begin a hash in it; or a whole hash, which need
     *     not be in it
     * @return the hash
     * @throws InvalidRequestException if it is neither, or begins several hashes
     * @throws NotFoundException if the history has no such deploy
     */
    public Sha256 named(String text) {
        if (text.matches("[0-9]{1,6}")) {
            return numbered(Integer.parseInt(text));
        }
        if (!text.matches("[0-9a-f]{" + SHORTEST_PREFIX + ",64}")) {
            throw new InvalidRequestException(
                    "'" + (text.length() > 64 ? text.substring(0, 64) + "…" : text) + "' is not a deploy.",
                    "Give its number in the deploy history, or its SHA-256 (the first 7 digits or more).");
        }
        if (text.length() == 64) {
            return Sha256.parse(text);
        }
        List<Sha256> meant = entries.stream()
                .flatMap(entry -> Stream.of(entry.to(), entry.from()))
                .filter(hash -> hash != null && hash.hex().startsWith(text))
                .distinct()
                .toList();
        if (meant.isEmpty()) {
            throw new NotFoundException(
                    Resource.OTHER,
                    "No deploy of this connection has a SHA-256 that begins with " + text + ".",
                    SEE_HISTORY);
        }
        if (meant.size() > 1) {
            throw new InvalidRequestException(text + " begins several SHA-256 values.", "Give more digits.");
        }
        return meant.get(0);
    }

    private Sha256 numbered(int number) {
        if (number < 1 || number > entries.size()) {
            throw new NotFoundException(
                    Resource.OTHER,
                    "There is no deploy number " + number + ". This connection has "
                            + (entries.isEmpty() ? "none in its history." : "1 to " + entries.size() + "."),
                    SEE_HISTORY);
        }
        return entries.get(number - 1).to();
    }
}
