"""What a short word says of a link or a column: `[pdf]`, `[code]`, a head that says "Year" or "Notes"."""

from __future__ import annotations

import re

_LINK_WORDS = {
    "URL": """paper papers link links url website site web webpage homepage home-page page project project-page here
        this article blog blog-post post arxiv abs abstract html doc docs report preprint openreview doi source
        read course course-website course-page link-to-course book paper-link official-website website-link thesis
        github-page project-website must-read publisher download epub
        论文 链接 官网 网站 文章 博客 地址 主页 原文""",
    "pdf": "pdf paper-pdf full-text ps",
    "code": """code github repo repository implementation source-code git gitlab official-code code-repo
        代码 源码 仓库""",
    "video": """video videos youtube talk recording recordings bilibili vimeo lecture-video lecture-videos
        video-lectures youtube-playlist youtube-videos talk-video video-link watch
        youtu-be youtube-com vimeo-com bilibili-com 视频""",
    "slides": "slides slide ppt pptx deck presentation lecture-slides keynote 幻灯片 课件",
    "": """bibtex bib poster dataset data demo notes lecture-notes assignments assignment readings reading resources
        exams old-exams syllabus lectures labs homework materials playlist colab notebook tutorial wiki chat forum
        appendix supplementary supplement solutions discussion-notes projects schedule archive backup mirror docker
        tweet review reviews errata exercises problem-sets transcript supplemental docker-hub model models huggingface
        注释""",
}
_COLUMN_WORDS = {
    "title": "title name paper-title project-name 标题 名称 题目 论文标题 书名",
    "issued": "date year published publication-date publish-date released 日期 年份 时间 发表时间",
    "author": "author authors by writer 作者",
    "container-title": "venue conference journal publication published-in venues 会议 期刊",
    "annote": """notes note description descriptions focus summary comment comments annotation why details about remarks
        remark abstract tldr what content info information 说明 简介 备注 描述 介绍""",
    "weak-title": """resource resources course courses project tool library framework model dataset method topic repo
        paper papers book books article articles talk blog post 论文 课程 项目""",
}

LINK_ROLES = {word: role for role, words in _LINK_WORDS.items() for word in words.split()}
COLUMN_ROLES = {word: role for role, words in _COLUMN_WORDS.items() for word in words.split()}

_MATERIAL = frozenset(
    """assignment assignments calendar class course coursepage courses exam exams exercises full homework homeworks
    homepage lab labs lecture lectures materials material midterm notes old page past previous problem problems project
    projects quizzes reading readings recitation recitations recorded recordings resource resources schedule sets set
    slides solutions syllabus test tests videos video website year years handouts and the of for playlist youtube
    podcasts section""".split()
)

_EMOJI_NAME = re.compile(r":[a-z0-9_+-]+:")


def plain_word(text: str) -> str:
    """Return a label as the tables above spell it: small letters, dashes, without brackets and pictures."""
    words = re.findall(r"\w+", _EMOJI_NAME.sub(" ", text).casefold())
    return "-".join(words)


def link_role(label: str) -> str | None:
    """Return the field that a link with this label belongs in; "" for none of them, None for a title."""
    word = plain_word(label)
    if word in LINK_ROLES:
        return LINK_ROLES[word]
    return "" if word.startswith("link-to-") or (word and _MATERIAL.issuperset(word.split("-"))) else None


def column_role(head: str) -> str | None:
    """Return the field that a column with this head holds."""
    word = plain_word(head)
    return COLUMN_ROLES.get(word) or LINK_ROLES.get(word)


def bracketed(label: str) -> bool:
    """Return whether a label stands in brackets of its own, `[[pdf]](…)`, as titles seldom do."""
    return label.startswith("[") and label.endswith("]") and label.count("[") == 1


def says_something(text: str) -> bool:
    """Return whether there is a word in a text, and not only signs and pictures."""
    return bool(re.search(r"\w", _EMOJI_NAME.sub(" ", text)))
