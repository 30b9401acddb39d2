"""The examples of a lexicon, run: texts and the concepts that they speak of."""

from lint.document.lexicon import Lexicon, LexiconExamples
from lint.engine.trials.rules import Outcome, Result
from lint.messages.words import Words


def run_lexicon_examples(own: LexiconExamples, lexicon: Lexicon, words: Words) -> list[Outcome]:
    """Run the examples of one lexicon file with the words of all."""
    outcomes = []
    for number, example in enumerate(own.examples, 1):
        taken = tuple(lexicon.find(example.text))
        expected, got = (words.comma.join(each) or words.trial_no_concept for each in (example.concepts, taken))
        found = sorted(example.concepts) == sorted(taken)
        result: Result = "Passed" if found else "Missing"
        outcomes.append(
            Outcome(f"lexicons/{own.id}", number, result, expected, words.joined.format(head=got, text=example.text))
        )
    return outcomes
