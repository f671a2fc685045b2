package dev.wharf.http;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.FailureMapping.Answer;
import dev.wharf.http.FailureMapping.Attempt;

/**
 * Failed answers that are not in the API's form: of a proxy, of a firewall, or of a service that does not know the path. Told with their
 * status and host, and without a guess at their reason.
 */
final class ForeignAnswers {
    private ForeignAnswers() {}

    static WharfException failure(Answer answer, Attempt attempt, String subject, Route route) {
        String what = answered(answer, route);
        return switch (answer.status()) {
            case 401 ->
                new NotAuthenticatedException(
                        answer.snippet().isEmpty()
                                ? "The API key or its secret is wrong (HTTP 401 from " + route.host() + ")."
                                : what,
                        "Check the URL, the API key and its secret.",
                        null);
            case 403 ->
                new NotAllowedException(what, "The answer may come from a proxy or a firewall. Ask its operator.");
            case 404 -> answer.snippet().isEmpty() ? absent(subject, route) : retired(answer, subject, route);
            case 410 -> retired(answer, subject, route);
            case 413 ->
                attempt == Attempt.UPLOAD
                        ? new TooLargeException(
                                what, "A proxy on the way may refuse uploads of this size. Ask its operator.")
                        : new UnexpectedAnswerException(what, null);
            case 429 -> new RateLimitedException(what, "Try again later.", answer.retryAfter(), null);
            case 502, 503, 504 -> new UnavailableException(what, "Try again later.", answer.retryAfter(), null);
            default -> isRedirect(answer) ? redirected(answer, route) : new UnexpectedAnswerException(what, null);
        };
    }

    /** The service says that it has the path no more, or somebody who is not the API says that there is none. */
    static UnexpectedAnswerException retired(Answer answer, String subject, Route route) {
        return new UnexpectedAnswerException(
                answered(answer, route) + " The request was for " + subject + ".",
                "Check the URL. If it is right, the service may have changed. Try a newer version of Wharf.",
                null);
    }

    /** Nobody said a word: it may be the thing that is not there. */
    private static NotFoundException absent(String subject, Route route) {
        return new NotFoundException(
                NotFoundException.Resource.OTHER,
                "Not found: " + subject + ". " + route.subject() + " answered HTTP 404 with an empty body.",
                "Check the URL if it should exist. If the URL is right, try a newer version of Wharf.");
    }

    static boolean isRedirect(Answer answer) {
        return answer.status() >= 300 && answer.status() < 400;
    }

    /** Not followed, so that credentials stay where they belong. */
    static UnexpectedAnswerException redirected(Answer answer, Route route) {
        return new UnexpectedAnswerException(
                "The registry at " + route.subject() + " answered HTTP " + answer.status() + ", a redirect"
                        + (answer.redirect() == null ? "" : " to " + answer.redirect())
                        + ". Wharf does not follow it, so that credentials stay with this host.",
                "Check the URL. If the API has moved, give its new URL.",
                null);
    }

    private static String answered(Answer answer, Route route) {
        String text = answer.message(answer.snippet());
        String who = route.subject() + " answered HTTP " + answer.status();
        if (text.isEmpty()) {
            return who + " with an empty body.";
        }
        return who + (answer.isApi() ? ": " : ", not in the API's form: ") + text + (text.endsWith(".") ? "" : ".");
    }
}
