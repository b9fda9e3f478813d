package dev.brayer.cli;

import dev.brayer.pipeline.RunRequest;
import java.io.IOException;

/// Asks whoever sits at the terminal; where nobody does, nobody agrees.
final class TerminalConsent implements RunRequest.Consent {
    private final Surroundings surroundings;
    private final boolean always;

    TerminalConsent(Surroundings surroundings, boolean always) {
        this.surroundings = surroundings;
        this.always = always;
    }

    @Override
    public boolean agrees(String stage, String question) {
        if (always) {
            return true;
        }
        if (!surroundings.errIsTerminal()) {
            return false;
        }
        surroundings.say("\r\u001b[K" + stage + ": " + question + " [y/N] ");
        String answer = line().strip();
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }

    /// Byte by byte: what stands behind the line belongs to whoever reads next.
    private String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int letter = surroundings.in().read();
                    letter >= 0 && letter != '\n';
                    letter = surroundings.in().read()) {
                line.append((char) letter);
            }
        } catch (IOException gone) {
            return "";
        }
        return line.toString();
    }
}
