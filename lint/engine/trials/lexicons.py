"""The examples of a lexicon, run: texts and the concepts that they speak of."""

from lint.document.lexicon import Lexicon, LexiconExamples
from lint.engine.trials.rules import Outcome, Result


def run_lexicon_examples(own: LexiconExamples, lexicon: Lexicon) -> list[Outcome]:
    """Run the examples of one lexicon file with the words of all."""
    outcomes = []
    for number, example in enumerate(own.examples, 1):
        expected, got = (_listed(concepts) for concepts in (example.concepts, tuple(lexicon.find(example.text))))
        found = sorted(example.concepts) == sorted(lexicon.find(example.text))
        result: Result = "Passed" if found else "Missing"
        outcomes.append(Outcome(f"lexicons/{own.id}", number, result, expected, f"{got}：{example.text}"))
    return outcomes


def _listed(concepts: tuple[str, ...]) -> str:
    return "、".join(concepts) or "没有概念"
