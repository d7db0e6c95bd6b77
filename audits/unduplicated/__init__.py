"""No overlap or duplication: Pub. L. 115-336, sec. 3(a)(3)."""
