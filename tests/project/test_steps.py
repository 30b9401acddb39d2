from tests.steps import steps


def straight(size: int) -> int:
    return sum(number for number in range(size))


def squared(size: int) -> list[int]:
    return [one * other for one in range(size) for other in range(size)]


def test_steps_are_the_same_each_time_and_grow_as_the_work_does() -> None:
    assert steps(straight, 100) == steps(straight, 100)
    assert 1.9 < steps(straight, 2000) / steps(straight, 1000) < 2.1
    assert 3.9 < steps(squared, 200) / steps(squared, 100) < 4.1
