"""The admin of dialogues: what people said and what became of it, surveys, publishing, results."""

from dialogues.admin import dialogues, findings, questions, surveys, todo

__all__ = ["dialogues", "findings", "questions", "surveys", "todo"]
