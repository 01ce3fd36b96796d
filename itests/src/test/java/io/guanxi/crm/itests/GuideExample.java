package io.guanxi.crm.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An example of a guide: what is typed, and what the guide shows as the answer to its last request.
 *
 * @param line of the guide, where the example begins
 * @param answer the block {@code http} behind it; empty where the guide shows none
 */
record GuideExample(int line, String commands, Optional<String> answer) {

    private static final String FENCE = "```";

    private record Block(int line, String language, String text) {}

    /** The blocks {@code sh} of a Markdown text in their order, each with the block {@code http} that follows it. */
    static List<GuideExample> in(List<String> guide) {
        List<Block> blocks = blocks(guide);
        List<GuideExample> examples = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.language().equals("sh")) {
                Optional<String> answer = Optional.of(i + 1)
                        .filter(next -> next < blocks.size())
                        .map(blocks::get)
                        .filter(next -> next.language().equals("http"))
                        .map(Block::text);
                examples.add(new GuideExample(block.line(), block.text(), answer));
            }
        }
        return examples;
    }

    private static List<Block> blocks(List<String> guide) {
        List<Block> blocks = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < guide.size(); i++) {
            if (guide.get(i).startsWith(FENCE)) {
                if (start >= 0) {
                    String language = guide.get(start).substring(FENCE.length());
                    blocks.add(new Block(start + 1, language, String.join("\n", guide.subList(start + 1, i))));
                }
                start = start >= 0 ? -1 : i;
            }
        }
        return blocks;
    }
}
