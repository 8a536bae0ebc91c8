package io.lifeboat.engine.model.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds templates in a stream of log messages, one look at each (after Drain: He et al., ICWS 2017). Messages are compared with
 * templates of as many words and the same first word only; the most similar one is made general enough to match, or
 * the message becomes a new template. Words with a digit are taken as values from the start. Not thread-safe.
 */
public final class TemplateMiner {

    private record Group(int words, String first) {}

    private final double similarity;
    private final int most;
    private final List<LogTemplate> templates = new ArrayList<>();
    private final Map<Group, List<Integer>> groups = new HashMap<>();

    /**
     * @param similarity the share of words that must be equal to share a template, in (0, 1]; 0.5 suits most logs
     * @param most how many templates to keep, at least 2; once there are so many, messages of any other kind share the last
     */
    public TemplateMiner(double similarity, int most) {
        if (!(similarity > 0 && similarity <= 1) || most < 2) {
            throw new IllegalArgumentException(
                    "similarity %s must be in (0, 1], most %d 2 or more.".formatted(similarity, most));
        }
        this.similarity = similarity;
        this.most = most;
    }

    /** The template of a message, which learns from it. */
    public LogTemplate add(String message) {
        List<String> words = words(message);
        Group key = new Group(words.size(), words.get(0));
        int best = -1;
        double highest = 0;
        for (int id : groups.getOrDefault(key, List.of())) {
            double share = share(templates.get(id).tokens(), words);
            if (share > highest) {
                highest = share;
                best = id;
            }
        }
        return highest >= similarity ? generalise(best, words) : create(key, words);
    }

    /** All templates, by id. */
    public List<LogTemplate> templates() {
        return List.copyOf(templates);
    }

    /** How many kinds of messages, by length and first word, it keeps apart: no more than there are templates. */
    int groups() {
        return groups.size();
    }

    private LogTemplate create(Group key, List<String> words) {
        if (templates.size() == most - 1) {
            templates.add(new LogTemplate(most - 1, List.of(LogTemplate.ANY)));
        }
        if (templates.size() == most) {
            return templates.get(most - 1);
        }
        LogTemplate template = new LogTemplate(templates.size(), words);
        templates.add(template);
        groups.computeIfAbsent(key, group -> new ArrayList<>()).add(template.id());
        return template;
    }

    private LogTemplate generalise(int id, List<String> words) {
        List<String> known = templates.get(id).tokens();
        List<String> common = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            common.add(known.get(i).equals(words.get(i)) ? words.get(i) : LogTemplate.ANY);
        }
        LogTemplate template = new LogTemplate(id, common);
        templates.set(id, template);
        return template;
    }

    /** A place that takes any word counts as equal to a value only, so that general templates do not swallow all others. */
    private static double share(List<String> template, List<String> words) {
        int equal = 0;
        for (int i = 0; i < words.size(); i++) {
            equal += template.get(i).equals(words.get(i)) ? 1 : 0;
        }
        return equal / (double) words.size();
    }

    private static List<String> words(String message) {
        return Arrays.stream(message.strip().split("\\s+"))
                .map(word -> word.chars().anyMatch(Character::isDigit) ? LogTemplate.ANY : word)
                .toList();
    }
}
