"""What the person sits on, lies on, holds on to and handles."""
