# wengao-lint for machines without Python. It needs no network once it is built:
#   docker build -t wengao-lint .
#   docker run --rm --network none --volume "$PWD:/drafts:ro" wengao-lint check .
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY lint lint
COPY rules rules
RUN python -m venv /opt/wengao-lint \
    && /opt/wengao-lint/bin/pip install --no-cache-dir ".[office]"

FROM python:3.13-slim
COPY --from=build /opt/wengao-lint /opt/wengao-lint
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin drafter
ENV PATH="/opt/wengao-lint/bin:$PATH" \
    LANG=C.UTF-8 \
    PYTHONDONTWRITEBYTECODE=1
USER 10001
WORKDIR /drafts
ENTRYPOINT ["wengao-lint"]
CMD ["check", "."]
